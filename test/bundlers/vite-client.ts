import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { HotPayload, ViteDevServer } from "vite";

/** What a browser that the page is open in is told, in order. */
export class ViteClient {
  readonly #payloads: HotPayload[] = [];
  #buffered = Buffer.alloc(0);
  #wake: (() => void) | undefined;

  /** Connects as Vite's own client does. */
  static async connect(server: ViteDevServer, port: number): Promise<ViteClient> {
    const client = new ViteClient();
    const socket = await new Promise<Socket>((resolve, reject) => {
      const headers = {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-protocol": "vite-hmr",
        "sec-websocket-key": randomBytes(16).toString("base64"),
      };
      const path = `/?token=${server.config.webSocketToken}`;
      const sent = request({ host: "localhost", port, path, headers });
      sent.on("upgrade", (_response, upgraded: Socket, head) => {
        client.#receive(head);
        resolve(upgraded);
      });
      sent.on("response", ({ statusCode }) => reject(new Error(`no upgrade, but ${statusCode}`)));
      sent.on("error", reject).end();
    });
    socket.on("data", (data) => client.#receive(data));
    onTestFinished(() => {
      socket.destroy();
    });
    return client;
  }

  /** The next payload of one of the types; what comes before it is forgotten. */
  async next(...types: readonly HotPayload["type"][]): Promise<HotPayload> {
    for (;;) {
      const payload = this.#payloads.shift();
      if (payload && types.includes(payload.type)) return payload;
      if (!payload) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  /** Frames of text from a server are whole, and not masked. */
  #receive(data: Buffer): void {
    this.#buffered = Buffer.concat([this.#buffered, data]);
    for (;;) {
      const frame = this.#buffered;
      const short = (frame[1] ?? 0) & 0x7f;
      if (short === 127) throw new Error("the frame is too long for this client");
      const start = short === 126 ? 4 : 2;
      if (frame.length < start) break;
      const end = start + (short === 126 ? frame.readUInt16BE(2) : short);
      if (frame.length < end) break;
      const isText = ((frame[0] ?? 0) & 0x0f) === 1;
      if (isText) this.#payloads.push(JSON.parse(frame.subarray(start, end).toString()) as HotPayload);
      this.#buffered = frame.subarray(end);
    }
    this.#wake?.();
  }
}
