/** In which words the pages and mails for givers are: Japanese, やさしい日本語, English. */
export const givingLanguages = ['ja', 'easy', 'en'] as const
export type GivingLanguage = (typeof givingLanguages)[number]
