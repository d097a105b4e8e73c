"""A language server over stdio, as an editor drives it."""
import json
import os
import select
import subprocess
import time


class Server:
    """Starts `command`; answers of the server are waited for, `limit` seconds
    at most."""

    def __init__(self, command, folder, settings, limit=60):
        self.limit, self.settings = limit, settings
        self.ids, self.versions, self.kept = 0, {}, []
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=folder)
        self.buffer = b""
        markdown = {"contentFormat": ["markdown"]}
        self.ask("initialize", {
            "processId": os.getpid(), "rootUri": folder.as_uri(),
            "capabilities": {
                "workspace": {"configuration": True},
                "textDocument": {
                    "hover": markdown,
                    "completion": {"completionItem": {
                        "documentationFormat": ["markdown"],
                        "snippetSupport": True}}}}})
        self.tell("initialized", {})

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    # ---- messages ----

    def put(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body))
        self.process.stdin.write(body)
        self.process.stdin.flush()

    def more(self, until):
        left = until - time.monotonic()
        if left <= 0 or not select.select([self.process.stdout], [], [],
                                          left)[0]:
            raise TimeoutError("the language server does not answer")
        got = os.read(self.process.stdout.fileno(), 65536)
        if not got:
            raise EOFError("the language server ended")
        self.buffer += got

    def take(self, until):
        """The next message of the server."""
        while b"\r\n\r\n" not in self.buffer:
            self.more(until)
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        size = next(int(line.split(b":")[1]) for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length"))
        while len(self.buffer) < size:
            self.more(until)
        body, self.buffer = self.buffer[:size], self.buffer[size:]
        return json.loads(body)

    def wait(self, wanted):
        """The first message that is wanted; the server's own questions are
        answered on the way."""
        until = time.monotonic() + self.limit
        for i, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(i)
        while True:
            message = self.take(until)
            if "method" in message and "id" in message:
                self.put({"id": message["id"], "result": self.reply(message)})
            elif wanted(message):
                return message
            else:
                self.kept.append(message)

    def reply(self, message):
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item.get("section"))
                for item in message["params"]["items"]]

    def tell(self, method, params):
        self.put({"method": method, "params": params})

    def ask(self, method, params):
        self.ids += 1
        own = self.ids
        self.put({"id": own, "method": method, "params": params})
        answer = self.wait(lambda m: m.get("id") == own and "method" not in m)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    # ---- documents ----

    def open(self, path, text):
        """Shows the server a file; the same file again is a change of it."""
        uri = path.as_uri()
        version = self.versions.get(uri, 0) + 1
        self.versions[uri] = version
        if version == 1:
            self.tell("textDocument/didOpen", {"textDocument": {
                "uri": uri, "languageId": "yaml", "version": version,
                "text": text}})
        else:
            self.tell("textDocument/didChange", {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": text}]})
        return uri

    def at(self, method, uri, line, col):
        """Lines and columns count from 1, as people do."""
        return self.ask("textDocument/" + method, {
            "textDocument": {"uri": uri},
            "position": {"line": line - 1, "character": col - 1}})

    def completion(self, uri, line, col):
        answer = self.at("completion", uri, line, col)
        return answer["items"] if isinstance(answer, dict) else answer or []

    def hover(self, uri, line, col):
        answer = self.at("hover", uri, line, col)
        return answer["contents"]["value"] if answer else ""

    def diagnostics(self, uri):
        """Of the file's newest text, as (line, col, message)."""
        params = self.wait(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and
            m["params"]["uri"] == uri)["params"]
        return [(d["range"]["start"]["line"] + 1,
                 d["range"]["start"]["character"] + 1, d["message"])
                for d in params["diagnostics"]]
