package se.metodporten.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 243 units: 156 of the municipalities, 90 of them giving health care, 84 of the region, ten of them county-wide, three private. */
final class DemoPlaces {

    /** Kinds in turn, so that of every 26 municipal units 15 give health care: 90 of 156. */
    private static final List<String> MUNICIPAL = List.of(
            "home-health-care",
            "nursing-home",
            "home-care",
            "nursing-home",
            "disability-support",
            "home-health-care",
            "assessment",
            "nursing-home",
            "home-care",
            "short-stay",
            "nursing-home",
            "disability-support",
            "rehabilitation",
            "nursing-home",
            "home-care",
            "home-health-care",
            "disability-support",
            "nursing-home",
            "home-care",
            "short-stay",
            "nursing-home",
            "assessment",
            "home-care",
            "nursing-home",
            "disability-support",
            "home-health-care");

    private static final List<String> REGIONAL = List.of(
            "health-centre",
            "hospital-ward",
            "psychiatric-clinic",
            "health-centre",
            "psychiatric-ward",
            "hospital-ward");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("home-health-care", "Hemsjukvården"),
            Map.entry("nursing-home", "Särskilt boende"),
            Map.entry("short-stay", "Korttidsboendet"),
            Map.entry("rehabilitation", "Kommunrehab"),
            Map.entry("home-care", "Hemtjänsten"),
            Map.entry("disability-support", "LSS-boende"),
            Map.entry("assessment", "Biståndsenheten"),
            Map.entry("health-centre", "Vårdcentralen"),
            Map.entry("hospital-ward", "Avdelning"),
            Map.entry("psychiatric-ward", "Psykiatrisk avdelning"),
            Map.entry("psychiatric-clinic", "Öppenvårdspsykiatrin"),
            Map.entry("emergency", "Akutmottagningen"));

    private static final List<String> QUARTERS = List.of(
            "Almen", "Björken", "Eken", "Linden", "Rönnen", "Aspen", "Hasseln", "Enen", "Granen", "Tallen", "Sälgen",
            "Lönnen", "Boken", "Hägern", "Tranan", "Lärkan", "Svalan", "Göken", "Ugglan", "Ripan");

    /** A private provider that works for Örebro municipality. */
    static final String PROVIDER = "omsorgen-lyckan";

    private final Rows rows;

    DemoPlaces(Rows rows) {
        this.rows = rows;
    }

    void make() {
        int position = 0;
        for (Map.Entry<String, Integer> municipality : municipalities().entrySet()) {
            for (int i = 0; i < municipality.getValue(); i++) {
                String district = districtOf(municipality.getKey());
                unit(MUNICIPAL.get(position++ % MUNICIPAL.size()), municipality.getKey(), district);
            }
        }
        Map.of("orebro", 36, "vastra", 16, "norra", 12, "sodra", 10).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(district -> regional(district.getValue(), district.getKey()));
        rows.organisations.add(new Rows.OrganisationRow(PROVIDER, "Omsorgen Lyckan AB", "orebro"));
        for (String kind : List.of("nursing-home", "home-health-care", "nursing-home")) {
            unit(kind, PROVIDER, "orebro");
        }
        regional(9, null);
        unit("emergency", "region-orebro-lan", null);
    }

    private void regional(int count, @Nullable String district) {
        for (int i = 0; i < count; i++) {
            unit(REGIONAL.get(i % REGIONAL.size()), "region-orebro-lan", district);
        }
    }

    private void unit(String kind, String organisation, @Nullable String district) {
        long id = rows.units.size() + 1L;
        String quarter = QUARTERS.get((int) (id % QUARTERS.size()));
        String name = NAMES.get(kind) + " " + quarter + (id > QUARTERS.size() ? " " + (id / QUARTERS.size() + 1) : "");
        String code = String.format(Locale.ROOT, "SE2321000164-D%04d", id);
        rows.units.add(new Rows.UnitRow(id, code, name, kind, organisation, district));
    }

    static Map<String, Integer> municipalities() {
        Map<String, Integer> units = new LinkedHashMap<>();
        units.put("orebro-kommun", 40);
        units.put("karlskoga", 18);
        units.put("lindesberg", 16);
        units.put("kumla", 14);
        units.put("hallsberg", 12);
        units.put("degerfors", 9);
        units.put("nora", 9);
        units.put("askersund", 9);
        units.put("hallefors", 8);
        units.put("lekeberg", 8);
        units.put("laxa", 7);
        units.put("ljusnarsberg", 6);
        return units;
    }

    static String districtOf(String municipality) {
        return switch (municipality) {
            case "hallefors", "lindesberg", "ljusnarsberg", "nora" -> "norra";
            case "askersund", "hallsberg", "kumla", "laxa" -> "sodra";
            case "degerfors", "karlskoga", "lekeberg" -> "vastra";
            default -> "orebro";
        };
    }
}
