// t
export async function definitionPage(..._: unknown[]): Promise<HTMLElement> { return document.createElement('div'); }
