package se.metodporten.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entry point of a feature: one bean for the application; each public call is one transaction that rolls back on any
 * exception, must ask the {@link Guard} before it ends, and is tried again when the database chose it as the victim of
 * a dead-lock.
 */
@Stereotype
@ApplicationScoped
@Guarded
@Transactional(rollbackOn = Exception.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
