// What the Worker and the one who measures it have to agree on.

export const SECRET = 'bench-secret-0123456789abcdef';
export const WHSEC = `whsec_${btoa(SECRET)}`;
export const EVENT = 'PROJECT_CREATED';
export const FIELDS = ['/id', '/customer/name', '/number', '/total'];
export const VERDICT = 'hookproof verdict';
