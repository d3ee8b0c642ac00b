/** Records as code and commands of other programs that send the same bytes again. */
@NullMarked
package dev.surveyor.codec.snippet;

import org.jspecify.annotations.NullMarked;
