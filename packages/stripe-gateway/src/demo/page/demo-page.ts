/** Text as it may stand in a page and in the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A whole page. Every one says first that no money moves. @param main HTML in which every text was escaped. */
export function demoPage(title: string, main: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}｜デモの決済会社</title>
<link rel="stylesheet" href="/demo-gateway/demo-gateway.css">
</head>
<body>
<p class="banner"><strong>デモ・実際のお金は動きません</strong></p>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
<footer><p>ここは、本物の決済会社の代わりに支払いを試すためのページです。カード番号などを入れるところはありません。</p></footer>
</body>
</html>
`
}

/** One button that does one thing. */
export function deedButton(deed: string, label: string, look: 'main' | 'other' = 'other'): string {
  return `<form method="post"><input type="hidden" name="deed" value="${escapeHtml(deed)}">
<button class="${look}">${escapeHtml(label)}</button></form>`
}

export function pageLink(url: string, label: string): string {
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`
}

/** Terms and what they are. */
export function termList(terms: readonly (readonly [term: string, value: string])[]): string {
  const rows = terms.map(([term, value]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd></div>`)
  return `<dl>\n${rows.join('\n')}\n</dl>`
}
