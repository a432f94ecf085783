/** Nothing runs between commands as yet: the sidecar of this version lives only as long as its command. */
export async function retireRunningSidecar(_say) {}
