package se.metodporten.architecture.planted.coverage;

import jakarta.transaction.Transactional;

/** Begins a transaction that no guard watches. */
class BeginsTransaction {
    @Transactional
    public void write() {}
}
