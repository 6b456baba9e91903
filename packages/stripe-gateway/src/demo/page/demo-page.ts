import { type DemoLanguage, demoPageWords } from './demo-page-words.ts'

/** Text as it may stand in a page and in the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

interface DemoPage {
  readonly title: string
  readonly language: DemoLanguage
  /** What went wrong just now: said first, and in the title of the window. */
  readonly mistake?: string
}

/** A whole page. Every one says first that no money moves. @param main HTML in which every text was escaped. */
export function demoPage({ title, language, mistake }: DemoPage, main: string): string {
  const words = demoPageWords[language]
  const heading = mistake === undefined ? title : words.failing(title)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(heading)}｜${escapeHtml(words.gateway)}</title>
<link rel="stylesheet" href="/demo-gateway/demo-gateway.css">
</head>
<body>
<header class="banner"><strong>${escapeHtml(words.banner)}</strong></header>
<main>
<h1>${escapeHtml(title)}</h1>
${mistake === undefined ? '' : noticeOf(mistake)}${main}
</main>
<footer><p>${escapeHtml(words.about)}</p></footer>
</body>
</html>
`
}

/** The page begins here for whoever works it by keyboard or has it read out. */
function noticeOf(mistake: string): string {
  return `<p class="notice" role="alert" tabindex="-1" autofocus>${escapeHtml(mistake)}</p>\n`
}

/** One button that does one thing. */
export function deedButton(deed: string, label: string, look: 'main' | 'other' = 'other'): string {
  return `<form method="post"><input type="hidden" name="deed" value="${escapeHtml(deed)}">
<button class="${look}">${escapeHtml(label)}</button></form>`
}

export function pageLink(url: string, label: string): string {
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`
}

/** A term and what it is; with a language where what it is has one of its own. */
export type DemoTerm = readonly [term: string, value: string, language?: 'ja']

export function termList(terms: readonly DemoTerm[]): string {
  const rows = terms.map(([term, value, language]) =>
    `<div><dt>${escapeHtml(term)}</dt><dd${language === undefined ? '' : ` lang="${language}"`}>${escapeHtml(value)}</dd></div>`)
  return `<dl>\n${rows.join('\n')}\n</dl>`
}
