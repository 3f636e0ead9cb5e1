import type { CheckReport } from './check-report.ts'
import type { Subject } from './subject.ts'

/** One thought about a project: it looks at one kind of thing and reports what is wrong with it. */
export type Check = (subject: Subject, report: CheckReport) => void
