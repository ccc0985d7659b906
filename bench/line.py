"""A telephone line that takes every call at once, as a process of its own: what dialling costs beside it is ours.

Standard output: its port, and after standard input is closed the moment (POSIX, s) and reference of every request.
"""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

asked: list[tuple[float, str]] = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        at = time.time()
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked.append((at, parse_qs(urlsplit(form["Url"][0]).query)["ref"][0]))
        body = json.dumps({"sid": f"CA{len(asked):032x}", "status": "queued"}).encode()
        self.send_response(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # Or the answer waits for the next packet.
    disable_nagle_algorithm = True


if __name__ == "__main__":
    Handler.disable_nagle_algorithm = True
    Handler.wbufsize = -1
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    json.dump(asked, sys.stdout)
