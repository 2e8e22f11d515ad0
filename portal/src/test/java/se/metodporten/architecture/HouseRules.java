package se.metodporten.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;

/** The rules, for features below a root package: the portal's own, or the planted ones. */
record HouseRules(String root) {

    private static final String GROUND = "common audit access organisation person fact role appointment";

    /** Each feature and what it may know, in the order of knowledge; scorm, courses and db are libraries beside the portal. */
    private static final Map<String, Set<String>> KNOWS = new LinkedHashMap<>();

    static {
        knows("common", "");
        knows("audit", "common");
        knows("access", "common audit");
        knows("help", "common audit access");
        knows("organisation", "common audit access");
        knows("person", "common audit access organisation");
        knows("directory", "common audit access organisation person");
        knows("notification", "common audit access organisation person");
        knows("fact", "common audit access organisation person");
        knows("role", "common audit access organisation person notification fact");
        knows("appointment", "common audit access organisation person notification fact role");
        knows("administration", "common audit access organisation person notification");
        knows("communication", "common audit access organisation person notification");
        knows("elearning", GROUND + " notification scorm courses");
        knows("training", GROUND + " notification");
        knows("agreement", GROUND + " notification");
        knows("certification", GROUND);
        knows("register", GROUND + " directory certification agreement");
        knows("coverage", GROUND + " notification communication certification elearning training agreement");
        knows("reminder", GROUND + " notification certification agreement");
        knows("desk", GROUND + " notification communication certification elearning training agreement coverage");
        knows(
                "demo",
                GROUND
                        + " notification communication certification elearning training agreement coverage scorm courses db");
    }

    private static void knows(String feature, String others) {
        KNOWS.put(feature, Set.copyOf(Arrays.asList(others.split(" "))));
    }

    Stream<ArchRule> all() {
        return Stream.of(
                features_know_only_what_is_below_them(),
                features_are_free_of_cycles(),
                only_web_sees_web(),
                web_decides_nothing(),
                rules_are_pure(),
                only_services_begin_transactions(),
                the_server_is_exchangeable());
    }

    ArchRule features_know_only_what_is_below_them() {
        return classes()
                .that(resideInAnyPackage(root + ".."))
                .should(new ArchCondition<JavaClass>("know only features below their own") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().forEach(dependency -> examine(dependency, events));
                    }
                });
    }

    private void examine(Dependency dependency, ConditionEvents events) {
        Optional<String> target = featureOf(dependency.getTargetClass());
        String origin = featureOf(dependency.getOriginClass()).orElse("");
        if (target.isEmpty() || target.get().equals(origin)) {
            return;
        }
        if (!KNOWS.getOrDefault(origin, Set.of()).contains(target.get())) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
        }
    }

    /** Features that the order does not name; a new one must be placed in it. */
    Set<String> unknownFeatures(Iterable<JavaClass> classes) {
        Set<String> unknown = new TreeSet<>();
        classes.forEach(type ->
                featureOf(type).filter(feature -> !KNOWS.containsKey(feature)).ifPresent(unknown::add));
        return unknown;
    }

    ArchRule features_are_free_of_cycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule only_web_sees_web() {
        return noClasses()
                .that(resideInAnyPackage(root + ".."))
                .and(resideOutsideOfPackages(root + "..web.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + "..web.."));
    }

    ArchRule web_decides_nothing() {
        return noClasses()
                .that(resideInAnyPackage(root + "..web.."))
                .should(dependOnClassesThat(new DescribedPredicate<JavaClass>("reach the database") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getName().equals("jakarta.persistence.EntityManager")
                                || type.getName().equals("se.metodporten.common.Database")
                                || (type.getPackageName().startsWith("java.sql")
                                        && !type.isAssignableTo(Throwable.class))
                                || type.getPackageName().startsWith("org.jdbi");
                    }
                }));
    }

    ArchRule rules_are_pure() {
        return classes()
                .that(resideInAnyPackage(root + "..rules.."))
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify..")
                                .or(resideInAnyPackage(root + "..rules.."))))
                .andShould(not(dependOnClassesThat(new DescribedPredicate<JavaClass>("tell the time") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getName().equals("java.time.Clock");
                    }
                })));
    }

    ArchRule only_services_begin_transactions() {
        return classes()
                .that(resideInAnyPackage(root + ".."))
                .and()
                .areNotAnnotatedWith(Service.class)
                .and()
                .doNotBelongToAnyOf(Audit.class, Service.class)
                .should(new ArchCondition<JavaClass>("begin no transaction of their own") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Stream.concat(Stream.of(type), type.getMethods().stream())
                                .filter(HouseRules::beginsTransaction)
                                .forEach(where -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " begins a transaction but is no @Service")));
                    }
                });
    }

    private static boolean beginsTransaction(CanBeAnnotated where) {
        if (!where.isAnnotatedWith(Transactional.class)) {
            return false;
        }
        Transactional.TxType type = where instanceof JavaClass owner
                ? owner.getAnnotationOfType(Transactional.class).value()
                : ((com.tngtech.archunit.core.domain.JavaMethod) where)
                        .getAnnotationOfType(Transactional.class)
                        .value();
        return type != Transactional.TxType.MANDATORY;
    }

    ArchRule the_server_is_exchangeable() {
        return noClasses()
                .that(resideInAnyPackage(root + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("fish.payara..", "org.glassfish..", "com.sun.."));
    }

    private Optional<String> featureOf(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        String prefix = root + ".";
        if (!element.getPackageName().startsWith(prefix)) {
            return Optional.empty();
        }
        return Optional.of(element.getPackageName().substring(prefix.length()).split("\\.")[0]);
    }
}
