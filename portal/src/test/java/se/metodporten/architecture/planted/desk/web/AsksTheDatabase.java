package se.metodporten.architecture.planted.desk.web;

import jakarta.persistence.EntityManager;

/** A page's bean that reads for itself. */
public class AsksTheDatabase {
    EntityManager entities;
}
