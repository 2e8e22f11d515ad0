/**
 * What all resources of the REST API share: how parameters are read and refused, lists are paged, answers are written
 * and the API describes itself. A resource stands in its feature's {@code web} package, asks a service and shapes the
 * answer ({@code Api…} records); the permission is the service's. Start with {@link se.metodporten.common.web.api.Api}
 * and docs/api.md.
 */
@NullMarked
package se.metodporten.common.web.api;

import org.jspecify.annotations.NullMarked;
