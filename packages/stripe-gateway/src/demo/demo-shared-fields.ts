import { z } from 'zod'

// The demo gateway's objects, in the words of the gateway that it stands for. Times are seconds since 1970, amounts whole
// yen. What it needs beside them stands under `demo` and never leaves it.

export const demoMetadataSchema = z.record(z.string(), z.string())

export const demoShared = { created: z.int(), livemode: z.literal(false) }
