import { TagRouter } from "../../../templates/runtime/tag-router.js";

// What the generator writes for a union with the tags `resource` and `type`.

export interface MessagesCreatedEvent {
  readonly resource: "messages";
  readonly type: "created";
  readonly text: string;
}

export interface MessagesDeletedEvent {
  readonly resource: "messages";
  readonly type: "deleted";
}

export interface RoomsCreatedEvent {
  readonly resource: "rooms";
  readonly type: "created";
  readonly title: string;
}

export type MessagesEvent = MessagesCreatedEvent | MessagesDeletedEvent;

export type Event = MessagesEvent | RoomsCreatedEvent;

export interface EventByResource {
  messages: MessagesEvent;
  rooms: RoomsCreatedEvent;
}

export interface EventByResourceAndType {
  messages: { created: MessagesCreatedEvent; deleted: MessagesDeletedEvent };
  rooms: { created: RoomsCreatedEvent };
}

export interface EventRouter<Result = void> {
  on<R extends keyof EventByResource>(resource: R, handler: (event: EventByResource[R]) => Result): this;
  on<R extends keyof EventByResourceAndType, T extends keyof EventByResourceAndType[R]>(
    resource: R,
    type: T,
    handler: (event: EventByResourceAndType[R][T]) => Result,
  ): this;
  otherwise(handler: (event: Event) => Result): this;
  dispatch(event: Event): Result | undefined;
}

export function createEventRouter<Result = void>(): EventRouter<Result> {
  return new TagRouter<Event, Result>(
    (event) => event.resource,
    (event) => event.type,
  );
}
