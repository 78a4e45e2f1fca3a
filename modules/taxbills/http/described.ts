export const described = { tags: ['tax-bills'], security: [{ apiKey: [] }, { session: [] }] };
