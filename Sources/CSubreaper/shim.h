#include <sys/prctl.h>

/* prctl(2) takes a variable number of arguments, which Swift can't call. */

/* Has the kernel give orphans among the descendants of this process to it; 0 where it does. */
static inline int untp_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL); }
