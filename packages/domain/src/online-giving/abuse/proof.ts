import { z } from 'zod'

/** 確認パズルの答え: a solved challenge as the page sends it, base64 of its JSON (ALTCHA). Empty where none was solved. */
export const proofSchema = z.string().max(4000, '確認をやり直してください。').default('')
