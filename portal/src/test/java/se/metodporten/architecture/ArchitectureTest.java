package se.metodporten.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final HouseRules PORTAL = new HouseRules("se.metodporten");
    private static final HouseRules PLANTED = new HouseRules("se.metodporten.architecture.planted");

    private static final JavaClasses PORTAL_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPath(Path.of("target", "classes"));
    private static final JavaClasses PLANTED_CLASSES =
            new ClassFileImporter().importPackages("se.metodporten.architecture.planted");

    static Stream<ArchRule> rulesOfThePortal() {
        return PORTAL.all();
    }

    /** Each rule with the planted class that breaks it. */
    static Stream<Arguments> plantedViolations() {
        return Stream.of(
                arguments(PLANTED.features_know_only_what_is_below_them(), "KnowsTheDesk"),
                arguments(PLANTED.features_are_free_of_cycles(), "KnowsTheDesk"),
                arguments(PLANTED.only_web_sees_web(), "SeesWeb"),
                arguments(PLANTED.web_decides_nothing(), "AsksTheDatabase"),
                arguments(PLANTED.rules_are_pure(), "TellsTheTime"),
                arguments(PLANTED.only_services_begin_transactions(), "BeginsTransaction"),
                arguments(PLANTED.the_server_is_exchangeable(), "LeansOnTheServer"));
    }

    @Test
    void every_rule_has_a_planted_violation() {
        assertThat(plantedViolations()).hasSameSizeAs(PLANTED.all().toList());
    }

    @ParameterizedTest
    @MethodSource("rulesOfThePortal")
    void the_portal_keeps(ArchRule rule) {
        rule.check(PORTAL_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("plantedViolations")
    void a_planted_violation_is_found(ArchRule rule, String planted) {
        assertThatThrownBy(() -> rule.check(PLANTED_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted);
    }

    @Test
    void every_feature_has_its_place_in_the_order_of_knowledge() {
        assertThat(PORTAL.unknownFeatures(PORTAL_CLASSES)).isEmpty();
        assertThat(PLANTED.unknownFeatures(PLANTED_CLASSES)).containsExactly("unheard");
    }

    /** The default would be upper case, which is another table to MariaDB on Linux. */
    @Test
    void every_entity_names_its_table() {
        assertThat(PORTAL_CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .isNotEmpty()
                .allSatisfy(entity -> assertThat(entity.tryGetAnnotationOfType(Table.class))
                        .as(entity.getName())
                        .isPresent()
                        .get()
                        .satisfies(table -> assertThat(table.name()).isLowerCase()));
    }
}
