import { readFile } from 'node:fs/promises'

/** What is called of HarfBuzz, whose memory is one long array of bytes: pointers are places in it. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, codePoint: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** HB_MEMORY_MODE_WRITABLE: the bytes are ours to give. */
const writable = 2

/** A font with nothing but the characters of a text, as HarfBuzz cuts it. @throws Error when it cannot. */
export async function subsetOfFont(file: string, text: string): Promise<Buffer> {
  const [font, hb] = await Promise.all([readFile(file), loadHarfBuzz()])
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const blob = hb.hb_blob_create(data, font.length, writable, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  const characters = hb.hb_subset_input_unicode_set(input)
  for (const character of text) hb.hb_set_add(characters, character.codePointAt(0) ?? 0)
  const subset = hb.hb_subset_or_fail(face, input)
  if (subset === 0) throw new Error(`${file} cannot be cut down`)
  const result = hb.hb_face_reference_blob(subset)
  const bytes = Buffer.from(hb.memory.buffer, hb.hb_blob_get_data(result, 0), hb.hb_blob_get_length(result))
  const copy = Buffer.from(bytes)
  for (const each of [result, blob]) hb.hb_blob_destroy(each)
  for (const each of [subset, face]) hb.hb_face_destroy(each)
  hb.hb_subset_input_destroy(input)
  hb.free(data)
  return copy
}

let loading: Promise<HarfBuzz> | undefined

function loadHarfBuzz(): Promise<HarfBuzz> {
  loading ??= readFile(new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')))
    .then((wasm) => WebAssembly.instantiate(wasm))
    .then(({ instance }) => {
      const hb = instance.exports as unknown as HarfBuzz
      hb._initialize()
      return hb
    })
  return loading
}
