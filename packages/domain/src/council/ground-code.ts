import { z } from 'zod'

/** The short code that staff type for a piece of ground data: half-width letters, digits and hyphens. */
export const groundCodeSchema = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[‐–—―−ー]/g, '-').trim())
  .pipe(
    z
      .string()
      .min(1, 'コードを入力してください。例：10')
      .max(20, 'コードは20文字以内で入力してください。')
      .regex(/^[0-9A-Za-z-]*$/, 'コードは半角の英数字とハイフンで入力してください。例：01-02'),
  )

/** The name of a piece of ground data, as it is printed. */
export const groundNameSchema = z
  .string()
  .trim()
  .min(1, '名称を入力してください。')
  .max(60, '名称は60文字以内で入力してください。')
