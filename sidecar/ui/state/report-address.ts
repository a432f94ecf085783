/** Where a report of the studio's own is looked at or kept, by its file's name. */
export const reportAddress = (file: string): string => `files/report?${new URLSearchParams({ file })}`;
