const HIDDEN = '[redacted]';

/** Characters of the shortest text that is taken out: anything shorter stands in every other word. */
const SHORTEST = 4;

/** Secrets that are remembered; where there are more, the oldest go, and come again with their data source's next request. */
const MOST = 200;

/** The secrets that have passed through: what no log line may hold. Answers are never searched for them: what is changed in an answer tells whoever asked that he guessed right. */
export class Secrets {
  private readonly known = new Set<string>();
  /** Longest first: a secret that holds another goes as a whole. */
  private forms: string[] = [];

  /** Notes a data source's secrets, also as they look inside JSON text and URLs. */
  remember(secrets: Iterable<string>): void {
    const fresh = [...secrets].filter((secret) => secret.length >= SHORTEST && !this.known.has(secret));
    if (fresh.length === 0) {
      return;
    }
    fresh.forEach((secret) => this.known.add(secret));
    [...this.known].slice(0, -MOST).forEach((oldest) => this.known.delete(oldest));
    const forms = [...this.known].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
    this.forms = [...new Set(forms)].sort((a, b) => b.length - a.length);
  }

  /** The text with every known secret taken out. */
  readonly redact = (text: string): string => this.forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text);
}
