/** Which kept records are of aborted or open transactions: what is looked up, and what has been decided for good. */
@NullMarked
package dev.surveyor.service.transaction;

import org.jspecify.annotations.NullMarked;
