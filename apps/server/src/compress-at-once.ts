import { brotliCompressSync, constants } from 'node:zlib'
import type { Request, Response } from 'express'

/** Below this an answer fits into one packet anyway; the compressor of the whole site leaves it alone as well. */
const fewestBytes = 1_024
/** Up to this compressing takes less than handing the answer to another thread and back: 0.2 ms for 30 KiB. */
const mostBytes = 64 * 1_024

/** As the whole site compresses; a window that holds the largest of these answers, instead of room for 4 MiB. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 16 } }

/**
 * The body as it is to be sent: one of middling size compressed here and now, every other as it is, for the compressor of
 * the whole site, which sends it in pieces through a thread of its own.
 */
export function compressAtOnce(body: Buffer, request: Request, response: Response): Buffer {
  if (body.length < fewestBytes || body.length > mostBytes || !request.acceptsEncodings('br')) return body
  response.setHeader('content-encoding', 'br')
  return brotliCompressSync(body, quickly)
}
