// The shortest password that the server takes, in characters.
export const password_min = 12;
