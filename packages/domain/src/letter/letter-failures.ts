import { mostNotices } from './letter-input.ts'

/** What can keep letters from being written down, each with the sentence that says what to do. */
export const letterFailures = {
  letter_template_unusable: () => 'このひな形は使えません。使用終了になったか、紙では使えません。選び直してください。',
  letter_template_unfinished: () => 'ひな形に入力の誤りがあります。「保存する」を押すと、直すところが分かります。',
  too_many_letters: () => `宛先が${mostNotices.toLocaleString('ja-JP')}件より多くなっています。地域や種類で絞り込んでください。`,
  nobody_to_write_to: () => '送れる相手がいません。宛先の住所、お知らせの郵送の希望、ひな形の種類を確かめてください。',
} as const
