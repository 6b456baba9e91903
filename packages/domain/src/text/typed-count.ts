import { z } from 'zod'

/** As it is typed: full-width digits and separators are read, and an empty field stands for what nobody counted. */
function readTypedCount(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const digits = value.normalize('NFKC').replaceAll(',', '').trim()
  return digits === '' ? null : digits
}

/** People, households or whatever a form counts under `name`, from `least` on; null where nobody counted. */
export function typedCountSchema(name: string, { least = 0 }: { least?: number } = {}) {
  return z.preprocess(
    readTypedCount,
    z.coerce
      .number(`${name}は数字で入力してください。例：24`)
      .int(`${name}は整数で入力してください。例：24`)
      .min(least, `${name}は${least}以上で入力してください。`)
      .max(1_000_000, `${name}が大きすぎます。`)
      .nullable()
      .default(null),
  )
}
