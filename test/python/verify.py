#!/usr/bin/env python3
"""A second verifier of Pravesh exports: Python's standard library alone, written from the formats and not from the
code of the first (RFC 9162 section 2.1, RFC 8785, RFC 8032, C2SP signed-note and tlog-checkpoint).

usage: verify.py EXPORT-FOLDER [VERIFIER-KEY]
Prints one JSON value {"ok", "row", "why"}; `row` is the first bad row where one is known. Exit code 0 or 1.
"""
import base64, hashlib, hmac, json, os, sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
I = pow(2, (P - 1) // 4, P)
COLUMNS = sorted("seq id at site terminal purpose channel outcome status reason consent_version consent_locale "
                 "consent_hash policy operator upstream_ref clock subject_commitment".split())


class Bad(Exception):
    def __init__(self, why, row=None):
        super().__init__(why)
        self.why, self.row = why, row


def sha(data):
    return hashlib.sha256(data).digest()


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(s, p):
    q = (0, 1, 1, 0)
    while s:
        q, p, s = add(q, p) if s & 1 else q, add(p, p), s >> 1
    return q


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        raise Bad("signature")
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * I % P
    if (x * x - x2) % P or (x == 0 and sign):
        raise Bad("signature")
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


def check_ed25519(public, message, signature):
    gy = 4 * pow(5, -1, P) % P
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        raise Bad("signature")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    a, b = times(s, point(gy.to_bytes(32, "little"))), add(point(signature[:32]), times(k, point(public)))
    if (a[0] * b[2] - b[0] * a[2]) % P or (a[1] * b[2] - b[1] * a[2]) % P:
        raise Bad("signature")


def open_note(note, key):
    name, key_id, encoded = key.strip().split("+", 2)
    raw = base64.b64decode(encoded, validate=True)
    if raw[0] != 1 or sha(name.encode() + b"\n" + raw)[:4].hex() != key_id:
        raise Bad("key")
    text, signatures = note[:-1].rsplit("\n\n", 1)
    text, seen = text + "\n", False
    for line in signatures.split("\n"):
        dash, signer, blob = line.split(" ")
        blob = base64.b64decode(blob, validate=True)
        if dash == "\u2014" and signer == name and blob[:4].hex() == key_id:
            check_ed25519(raw[1:], text.encode(), blob[4:])
            seen = True
    if not seen or not note.endswith("\n"):
        raise Bad("signature")
    return name, text


class Tree:
    def __init__(self, size=0, hashes=()):
        levels = [b for b in reversed(range(size.bit_length())) if size >> b & 1]
        if len(levels) != len(hashes):
            raise Bad("proofs")
        self.size, self.parts = size, list(zip(levels, hashes))

    def append(self, level, value):
        if self.size % 2**level:
            raise Bad("proofs")
        self.size += 2**level
        while self.parts and self.parts[-1][0] == level:
            level, value = level + 1, sha(b"\1" + self.parts.pop()[1] + value)
        self.parts.append((level, value))

    def root(self):
        value = None
        for _, part in reversed(self.parts):
            value = part if value is None else sha(b"\1" + part + value)
        return sha(b"") if value is None else value


def check_line(line, row):
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=list)
        names = [name for name, _ in value]
        again = json.dumps(dict(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except (ValueError, TypeError):
        raise Bad("row-unreadable", row)
    # Python escapes as RFC 8785 does, but for U+007F and above, which both leave as they are.
    if names != COLUMNS or again != line:
        raise Bad("row-unreadable", row)
    return dict(value)


def check_rows(lines, leaves, first, last, tree, right, root):
    located, rows = None, {}
    for index in range(max(len(lines), last - first + 1)):
        row = first + index
        if index >= len(lines) or row > last:
            located = located or Bad("rows", row)
            break
        leaf = sha(b"\0" + lines[index])
        tree.append(0, leaf)
        try:
            value = check_line(lines[index], row)
            rows[row] = value
            if value["seq"] != row:
                raise Bad("rows", min(row, value["seq"]) if isinstance(value["seq"], int) and value["seq"] > 0 else row)
            if leaves is not None and leaf != leaves[index * 32:index * 32 + 32]:
                raise Bad("row-changed", row)
        except Bad as bad:
            located = located or bad
    if located:
        raise located
    for part in right:
        tree.append(part["level"], base64.b64decode(part["hash"], validate=True))
    if tree.root() != root:
        raise Bad("root")
    return rows


def verify(folder, given=None):
    read = lambda name: open(os.path.join(folder, name), "rb").read()
    key = read("pravesh.pub").decode()
    if given is not None and given.strip() != key.strip():
        raise Bad("key")
    origin, head = open_note(read("checkpoint.txt").decode(), key)
    name, size, encoded = head.split("\n")[:3]
    size, root = int(size), base64.b64decode(encoded, validate=True)
    manifest, listed = read("manifest.json"), json.loads(read("manifest.json"))
    statement = f"pravesh export manifest\n{origin}\nsha256 {hashlib.sha256(manifest).hexdigest()}\n"
    signed = open_note(read("manifest.note").decode(), key)[1] == statement and name == origin
    changed = [f["name"] for f in listed["files"] if hashlib.sha256(read(f["name"])).hexdigest() != f["sha256"]]
    proofs = json.loads(read("proofs.json"))
    first, last = proofs["first"], proofs["last"]
    tree = Tree(first - 1, [base64.b64decode(h, validate=True) for h in proofs["range"]["left"]])
    text = read("entries.jsonl")
    lines = text.split(b"\n")
    if lines.pop() != b"":
        raise Bad("row-unreadable", first + len(lines))
    # Hashes name a row only when the terminal signed them.
    leaves = read("leaves.bin") if signed and "leaves.bin" not in changed else None
    rows = check_rows(lines, leaves, first, last, tree, proofs["range"]["right"], root)
    if tree.size != size or proofs["size"] != size or proofs["origin"] != origin:
        raise Bad("proofs")
    if not signed or changed:
        raise Bad("manifest" if not signed else "file " + changed[0])
    if os.path.exists(os.path.join(folder, "subjects.jsonl")):
        for line in read("subjects.jsonl").splitlines():
            who = json.loads(line)
            person = json.dumps({"mobile": who["mobile"], "name": who["name"]}, ensure_ascii=False, separators=(",", ":"))
            made = hmac.new(bytes.fromhex(who["salt"]), person.encode(), "sha256").hexdigest()
            if rows[who["seq"]]["subject_commitment"] != made:
                raise Bad("subject", who["seq"])


if __name__ == "__main__":
    try:
        verify(*sys.argv[1:3])
        print(json.dumps({"ok": True, "row": None, "why": None}))
    except Bad as bad:
        print(json.dumps({"ok": False, "row": bad.row, "why": bad.why}))
        sys.exit(1)
    except (ValueError, KeyError, TypeError, IndexError, OSError, AttributeError) as error:
        print(json.dumps({"ok": False, "row": None, "why": type(error).__name__}))
        sys.exit(1)
