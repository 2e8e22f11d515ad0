/**
 * Conversations about a place between those who are responsible for it (its managers, its coordinator), each about one
 * topic and open until the place has what was asked for; told by mail to the other side. Knows people and mail, not what
 * the topic is: the feature that opens a conversation says that in words, and asks the guard. Start with
 * {@link se.metodporten.communication.Conversations}.
 */
@NullMarked
package se.metodporten.communication;

import org.jspecify.annotations.NullMarked;
