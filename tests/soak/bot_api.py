"""A Bot API over real HTTP: it breaks off, breaks off after it took the message, hangs, says 429 and 502."""

import json
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

ME = {"id": 7, "is_bot": True, "first_name": "Chilometro Zero", "username": "kmzero_bot"}
FAULTS = ("drop", "drop after", "429", "502", "hang")
HANG = 11.0  # seconds: longer than the bot waits


class Server(ThreadingHTTPServer):
    """A server for clients that are killed."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        return  # a client that was killed does not wait for its answer


class BotApi:
    """Holds updates until they are confirmed, replays some of them, and keeps what was said."""

    def __init__(self, faulty: float, seed: int = 7) -> None:
        self.updates: list[dict[str, Any]] = []
        self.replayed: list[dict[str, Any]] = []
        self.said: list[tuple[int, str]] = []
        self.moments: list[float] = []  # when each of these was said
        self.faults: dict[str, int] = dict.fromkeys(FAULTS, 0)
        self._faulty, self._dice, self._lock = faulty, random.Random(seed), threading.Lock()
        self.server = Server(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/bot"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method: str, body: dict[str, str]) -> tuple[int, Any] | None:
        """Return status and result, or None where the connection breaks."""
        if method == "getUpdates":
            return 200, self._poll(int(body.get("offset", 0)))
        if method != "sendMessage":
            return 200, ME if method == "getMe" else True
        fault = self._fault()
        if fault in {"429", "502"}:
            return int(fault), None
        if fault != "drop":
            with self._lock:
                self.said.append((int(body["chat_id"]), body["text"]))
                self.moments.append(time.monotonic())
        if fault == "hang":
            time.sleep(HANG)
        if fault in {"drop", "drop after", "hang"}:
            return None
        return 200, {"message_id": 1, "date": 1, "chat": {"id": int(body["chat_id"]), "type": "private"}}

    def _fault(self) -> str | None:
        with self._lock:
            if self._dice.random() >= self._faulty:
                return None
            fault = self._dice.choices(FAULTS, (4, 4, 4, 4, 1))[0]
            self.faults[fault] += 1
            return fault

    def _poll(self, offset: int) -> list[dict[str, Any]]:
        with self._lock:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            again, self.replayed = self.replayed, []
        if not self.updates and not again:
            time.sleep(0.1)
        return [*again, *self.updates][:100]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("content-length", 0)))
                body = {name: values[0] for name, values in parse_qs(raw.decode()).items()}
                found = api.answer(self.path.rpartition("/")[2], body)
                if found is None:
                    self.close_connection = True
                    return
                self._write(*found)

            def _write(self, status: int, result: Any) -> None:
                said: dict[str, Any] = {"ok": True, "result": result}
                if status != 200:
                    said = {"ok": False, "error_code": status, "description": "x", "parameters": {"retry_after": 1}}
                data = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature of the library
                return

        return Handler
