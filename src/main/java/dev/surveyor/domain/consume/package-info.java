/**
 * What to consume, from where and as whom; how far a consumer is; where it could be moved.
 */
@NullMarked
package dev.surveyor.domain.consume;

import org.jspecify.annotations.NullMarked;
