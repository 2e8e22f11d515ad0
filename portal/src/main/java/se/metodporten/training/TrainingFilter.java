package se.metodporten.training;

/**
 * Which trainings a list shows.
 *
 * @param past those whose last session is over, newest first; else the coming ones, soonest first
 * @param kind code of a kind; empty for all
 * @param mine only those that the reader leads or is signed up for
 * @param page from 1
 */
public record TrainingFilter(boolean past, String kind, boolean mine, int page) {}
