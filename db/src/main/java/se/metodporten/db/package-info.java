/**
 * The database as everybody reaches it: settings, migrations and what the application's user may do.
 *
 * <p>Knows Flyway and the driver, nothing of the portal. Start with {@link se.metodporten.db.Migration}; the schema
 * itself is in {@code db/migration/*.sql}. Its tests need a server and so live beside the embedded one, in {@code
 * db/embedded}.
 */
@NullMarked
package se.metodporten.db;

import org.jspecify.annotations.NullMarked;
