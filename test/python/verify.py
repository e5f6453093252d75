#!/usr/bin/env python3
"""A second verifier of Pravesh exports: Python's standard library alone, written from the formats and not from the code
of the first (RFC 9162 section 2.1, RFC 8785, RFC 8032, C2SP signed-note and tlog-checkpoint). Prints one JSON value
{"ok", "row", "why"}; `row` is the first bad row where one is known. Usage: verify.py EXPORT-FOLDER [VERIFIER-KEY]"""
import base64, hashlib, hmac, json, os, sys

COLUMNS = sorted("seq id at site terminal purpose channel outcome status reason consent_version consent_locale "
                 "consent_hash policy operator upstream_ref clock subject_commitment".split())
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT_OF_MINUS_1 = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)

class Bad(Exception):
    """Why something does not hold, and the number of the row where one is known."""

def need(holds, why, row=None):
    if not holds:
        raise Bad(why, row)

def sha(data):
    return hashlib.sha256(data).digest()

def unbase64(text):
    return base64.b64decode(text, validate=True)

def canonical(value):
    # Python escapes as RFC 8785 does; the members come in the order that they already have.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

def add(p, q):
    t = D * p[0] * q[0] * p[1] * q[1]
    x, y = p[0] * q[1] + q[0] * p[1], p[1] * q[1] + p[0] * q[0]
    return x * pow(1 + t, -1, P) % P, y * pow(1 - t, -1, P) % P

def times(number, p):
    q = (0, 1)
    while number:
        q, p, number = add(q, p) if number & 1 else q, add(p, p), number >> 1
    return q

def point(data):
    sign, y = divmod(int.from_bytes(data, "little"), 2**255)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT_OF_MINUS_1 % P
    need(y < P and x * x % P == square and (x or not sign), "signature")
    return x if x % 2 == sign else P - x, y

def check_ed25519(public, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little") % L
    base = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    need(len(signature) == 64 and s < L, "signature")
    need(times(s, base) == add(point(r), times(k, point(public))), "signature")

def open_note(note, key):
    name, key_id, encoded = key.strip().split("+", 2)
    raw = unbase64(encoded)
    need(raw[0] == 1 and sha(name.encode() + b"\n" + raw)[:4].hex() == key_id, "key")
    need(note.endswith("\n") and "\n\n" in note, "signature")
    text, signatures = note[:-1].rsplit("\n\n", 1)
    lines = [line.split(" ") for line in signatures.split("\n")]
    blobs = [unbase64(blob) for dash, signer, blob in lines if (dash, signer) == ("\u2014", name)]
    own = [blob[4:] for blob in blobs if blob[:4].hex() == key_id]
    need(own, "signature")
    for signature in own:
        check_ed25519(raw[1:], (text + "\n").encode(), signature)
    return name, text + "\n"

def append(parts, level, value):
    """Adds a perfect subtree to those that a tree is made of, largest first."""
    need(not parts or parts[-1][0] >= level, "proofs")
    while parts and parts[-1][0] == level:
        level, value = level + 1, sha(b"\1" + parts.pop()[1] + value)
    parts.append((level, value))

def root_of(parts):
    value = parts[-1][1] if parts else sha(b"")
    for _, part in reversed(parts[:-1]):
        value = sha(b"\1" + part + value)
    return value

def check_line(line, row, leaf):
    try:
        members = json.loads(line.decode(), object_pairs_hook=list)
        value = dict(members)
        same = [name for name, _ in members] == COLUMNS and canonical(value) == line
    except (ValueError, TypeError):
        same = False
    need(same, "row-unreadable", row)
    seq = value["seq"]
    need(seq == row, "rows", min(row, seq) if isinstance(seq, int) and seq > 0 else row)
    need(leaf in (None, sha(b"\0" + line)), "row-changed", row)
    return value

def verify(folder, given=None):
    read = lambda name: open(os.path.join(folder, name), "rb").read()
    key, manifest, proofs = read("pravesh.pub").decode(), read("manifest.json"), json.loads(read("proofs.json"))
    need(given is None or given.strip() == key.strip(), "key")
    origin, head = open_note(read("checkpoint.txt").decode(), key)
    name, size, root = head.split("\n")[:3]
    statement = f"pravesh export manifest\n{origin}\nsha256 {sha(manifest).hex()}\n"
    signed = name == origin and open_note(read("manifest.note").decode(), key)[1] == statement
    files = json.loads(manifest)["files"]
    changed = [file["name"] for file in files if sha(read(file["name"])).hex() != file["sha256"]]

    first, last, left = proofs["first"], proofs["last"], [unbase64(value) for value in proofs["range"]["left"]]
    levels = [level for level in reversed(range((first - 1).bit_length())) if (first - 1) >> level & 1]
    need(len(levels) == len(left), "proofs")
    parts, lines, rows = list(zip(levels, left)), read("entries.jsonl").split(b"\n"), {}
    need(lines.pop() == b"", "row-unreadable", first + len(lines))
    # Hashes name a row only when the terminal signed them.
    leaves = read("leaves.bin") if signed and "leaves.bin" not in changed else None
    for row, line in enumerate(lines, first):
        need(row <= last, "rows", row)
        at = 32 * (row - first)
        rows[row] = check_line(line, row, leaves and leaves[at:at + 32])
        append(parts, 0, sha(b"\0" + line))
    need(len(lines) == last - first + 1, "rows", first + len(lines))
    for part in proofs["range"]["right"]:
        append(parts, part["level"], unbase64(part["hash"]))
    need(root_of(parts) == unbase64(root), "root")
    need(sum(2**level for level, _ in parts) == int(size) == proofs["size"] and proofs["origin"] == origin, "proofs")
    need(signed and not changed, f"file {changed}" if signed else "manifest")

    if os.path.exists(os.path.join(folder, "subjects.jsonl")):
        for who in map(json.loads, read("subjects.jsonl").splitlines()):
            person = canonical({"mobile": who["mobile"], "name": who["name"]})
            made = hmac.new(bytes.fromhex(who["salt"]), person, "sha256").hexdigest()
            need(rows[who["seq"]]["subject_commitment"] == made, "subject", who["seq"])

try:
    verify(*sys.argv[1:3])
    why, row = None, None
except Bad as bad:
    why, row = bad.args
except (ValueError, KeyError, TypeError, IndexError, OSError, AttributeError) as error:
    why, row = type(error).__name__, None
print(json.dumps({"ok": why is None, "row": row, "why": why}))
sys.exit(0 if why is None else 1)
