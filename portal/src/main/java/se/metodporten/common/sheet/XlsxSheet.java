package se.metodporten.common.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One worksheet; some rows at a time leave the memory. Texts stand in their cells, so that they are never formulas. */
final class XlsxSheet extends Sheet {

    private static final int LONGEST_TITLE = 31;
    private static final int ROWS_IN_MEMORY = 500;
    private static final double COLUMN_WIDTH = 24;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxSheet(OutputStream to, String title, List<String> head) {
        workbook = new Workbook(to, "Metodporten", null);
        sheet = workbook.newWorksheet(title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
        sheet.freezePane(0, 1);
        for (int column = 0; column < head.size(); column++) {
            sheet.width(column, COLUMN_WIDTH);
            sheet.inlineString(0, column, head.get(column));
            sheet.style(0, column).bold().set();
        }
        rows = 1;
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof BigDecimal || value instanceof Integer) {
            sheet.value(rows, column, (Number) value);
        } else if (value instanceof LocalDate day) {
            sheet.value(rows, column, day);
            sheet.style(rows, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.inlineString(rows, column, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
