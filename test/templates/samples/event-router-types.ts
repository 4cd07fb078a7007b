import {
  createEventRouter,
  type Event,
  type EventRouter,
  type MessagesCreatedEvent,
  type MessagesEvent,
} from "./event-router.js";

// Holds for every compiler: what handlers take, what they return, and what is refused.

type Same<Left, Right> = [Left, Right] extends [Right, Left] ? true : false;

function holds<Fact extends true>(fact: Fact): Fact {
  return fact;
}

export function routeByType(event: Event): number | undefined {
  const router = createEventRouter<number>()
    .on("messages", (message) => Number(holds<Same<typeof message, MessagesEvent>>(true)))
    .on("messages", "created", (message) => {
      holds<Same<typeof message, MessagesCreatedEvent>>(true);
      return message.text.length;
    })
    .otherwise((other) => Number(holds<Same<typeof other, Event>>(true)));
  holds<Same<typeof router, EventRouter<number>>>(true);
  return router.dispatch(event);
}

export function refuseByType(router: EventRouter): void {
  // @ts-expect-error -- no such tag
  router.on("meetings", () => undefined);
  // @ts-expect-error -- no such pair: rooms are never deleted
  router.on("rooms", "deleted", () => undefined);
  // @ts-expect-error -- rooms have no text
  router.on("rooms", (room) => room.text);
  // @ts-expect-error -- no handler
  router.on("rooms", "created");
  // @ts-expect-error -- not an event
  router.dispatch({ resource: "messages", type: "created" });
  // @ts-expect-error -- a handler must return a number
  createEventRouter<number>().on("rooms", (room) => room.title);
}
