/**
 * Tells when somebody asks the process to stop: the first SIGINT or SIGTERM lets the statement that runs come to its
 * end, the second one ends the process at once. `said` is called at the first. Call `release` when there is nothing to stop.
 */
export function stopSignal(said: () => void): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143)
    said()
    controller.abort()
  }
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM']
  for (const name of signals) process.on(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of signals) process.off(name, stop)
    },
  }
}
