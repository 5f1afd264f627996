package io.impsh.output;

import java.util.List;

/** What the cells below one header have in common. */
record TableColumn(String header, int headerWidth, int width, boolean numeric, boolean mayBeCut) {
    static TableColumn of(String header, int index, List<List<Cell>> rows) {
        int headerWidth = DisplayWidth.of(SafeText.clean(header));
        int width = headerWidth;
        boolean numbers = false;
        boolean texts = false;
        boolean others = false;
        for (List<Cell> row : rows) {
            Cell cell = row.get(index);
            width = Math.max(width, cell.width());
            numbers |= cell.kind() == Cell.Kind.NUMBER;
            texts |= cell.kind() == Cell.Kind.TEXT;
            others |= cell.kind() == Cell.Kind.SHORT;
        }
        return new TableColumn(header, headerWidth, width, numbers && !texts && !others, texts && !identifies(header));
    }

    /** Half an id is of no use to anybody. */
    private static boolean identifies(String header) {
        return header.equals("id") || header.equals("sha") || header.equals("macAddress") || header.endsWith("Id");
    }
}
