#include <stdlib.h>
#include <xlsxwriter.h>

/*
 * Keeps in a chart what the cells of a series hold, for programs that compute nothing. The library does so when it closes a workbook, but
 * takes every formula for 0; what is kept already it leaves alone. 0: there is no memory.
 */
static inline int keep_chart_values(lxw_worksheet *worksheet, lxw_series_range *range)
{
    for (lxw_row_t row = range->first_row; row <= range->last_row; row++) {
        for (lxw_col_t column = range->first_col; column <= range->last_col; column++) {
            lxw_row *cells = lxw_worksheet_find_row(worksheet, row);
            lxw_cell *cell = cells ? lxw_worksheet_find_cell_in_row(cells, column) : NULL;
            struct lxw_series_data_point *point = calloc(1, sizeof(*point));
            if (!point)
                return 0;
            if (cell && cell->type == NUMBER_CELL)
                point->number = cell->u.number;
            else if (cell && cell->type == FORMULA_CELL && !cell->user_data2)
                point->number = cell->formula_result;
            else
                point->no_data = LXW_TRUE;
            STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
            range->num_data_points++;
        }
    }
    range->ignore_cache = LXW_TRUE;
    return 1;
}
