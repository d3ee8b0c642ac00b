/**
 * Running members of consumer groups in this app, and watching those of others.
 */
@NullMarked
package dev.surveyor.service.group;

import org.jspecify.annotations.NullMarked;
