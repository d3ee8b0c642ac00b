/** Moving where a consumer or a group reads on: the plan of a seek, the seek itself, and the way back. */
@NullMarked
package dev.surveyor.service.seek;

import org.jspecify.annotations.NullMarked;
