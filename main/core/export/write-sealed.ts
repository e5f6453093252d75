/**
 * An export as one file, `....tar.age`: a tar archive of the folder, encrypted while it is made, so that nothing of it
 * touches a disk in clear. Runs in the worker of an export.
 */
import type { ManifestFile } from '../../contract/public.ts';
import type { RowRange } from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { signManifest } from './manifest.ts';
import type { Source } from './sources.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';
import { measure, readBack, writeFile } from './write-file.ts';

/**
 * Writes the file, durable, and reads it back. A tar archive tells the size of a file before the file, so everything
 * is made twice: once to be measured, once to be written.
 * @param folder the name of the folder inside
 * @returns its bytes
 */
export async function writeSealed(
  context: ExportContext,
  path: string,
  folder: string,
  range: RowRange,
  sources: readonly Source[],
): Promise<number> {
  const measured = sources.map((source) => ({ source, file: measure(context, source) }));
  const notes = await signManifest(
    context,
    range,
    measured.map(({ file }) => file),
  );
  const all = [...measured, ...notes.map((source) => ({ source, file: measure(context, source) }))];
  const time = Date.parse(context.job.createdAt) / 1000;
  const sealed = await encrypt(context.job.encryptTo, archive(folder, all, time));
  const { bytes, sha256 } = await writeFile(context, path, sealed);
  readBack(context, path, sha256);
  return bytes;
}

function* archive(
  folder: string,
  all: readonly { readonly source: Source; readonly file: ManifestFile }[],
  time: number,
): Generator<Uint8Array> {
  for (const { source, file } of all) {
    yield tarHeader(folder, file, time);
    let bytes = 0;
    for (const chunk of source.chunks()) {
      bytes += chunk.length;
      // Whoever encrypts may hold on to it, and the next one comes in the same place.
      yield Uint8Array.from(chunk);
    }
    if (bytes !== file.bytes) {
      throw new TypeError('a file of an export was not the same when it was made again');
    }
    yield tarPadding(bytes);
  }
  yield tarEnd;
}

/** Encrypts a stream to age recipients; the library is loaded only when it is needed. */
async function encrypt(
  recipients: readonly string[],
  chunks: Iterator<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = chunks.next();
        if (next.done) {
          controller.close();
        } else {
          controller.enqueue(next.value);
        }
      },
    }),
  );
}
