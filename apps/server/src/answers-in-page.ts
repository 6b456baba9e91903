/** The answers that a page was drawn from, as JSON, for its scripts to begin with: nothing in them can end their element. */
export function answersInPage(answers: string): string {
  return `<script type="application/json" id="page-answers">${answers.replaceAll('<', String.raw`\u003c`)}</script>`
}
