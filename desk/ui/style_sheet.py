"""The few rules Qt's palette cannot say; every value is the name of a token of ``theme``."""

from __future__ import annotations

from string import Template

RULES = Template("""
QToolTip { background: $ink; color: $paper; border: 0; padding: ${unit}px ${small}px; }
QMenu { background: $raised; border: ${hair}px solid $line; padding: ${unit}px 0; }
QMenu::item { padding: ${tight}px ${wide}px ${tight}px ${room}px;
  color: $ink; background: transparent; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: ${middle}px; }
QMenu::separator { height: ${hair}px; background: $line; margin: ${unit}px 0; }
QLineEdit, QPlainTextEdit, QTextEdit {
  background: $paper; color: $ink; border: ${hair}px solid $edge; border-radius: ${radius}px;
  padding: ${field_high}px ${text_side}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: ${ring}px solid $accent; padding: ${field_high_focus}px ${text_side_focus}px; }
QLineEdit { padding: ${field_high}px ${line_side}px; }
QLineEdit:focus { padding: ${field_high_focus}px ${line_side_focus}px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"],
QTextEdit[invalid="true"] { border-color: $overdue; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled,
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {
  background: $ground; color: $quiet; border-color: $line; }
QLineEdit[large="true"] { font-size: ${emphasis}px; padding: ${large_high}px ${line_side}px; }
QLineEdit[large="true"]:focus { padding: ${large_high_focus}px ${line_side_focus}px; }
QPlainTextEdit[aloud="true"] { font-size: ${answer}px; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"],
QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus, QTextEdit[bare="true"]:focus {
  border: 0; background: transparent; padding: 0; }
QPushButton { background: $paper; color: $ink; border: ${hair}px solid $edge;
  border-radius: ${radius}px; padding: ${field_high}px ${room}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $ground; border-color: $line; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit {
  border: 0; padding: 0; background: transparent; border-radius: 0; }
QAbstractItemView { background: $paper; color: $ink; border: 0; outline: 0;
  selection-background-color: $selected; selection-color: $ink;
  alternate-background-color: $paper; }
QHeaderView { background: $paper; border: 0; }
QHeaderView::section { background: $paper; color: $quiet; border: 0;
  border-bottom: ${hair}px solid $line; padding: ${tight}px ${small}px; }
QAbstractItemView[on="ground"], QAbstractItemView[on="ground"] QHeaderView,
QAbstractItemView[on="ground"] QHeaderView::section { background: $ground; }
QAbstractItemView[on="raised"] { background: $raised; }
QTableCornerButton::section { background: $paper; border: 0; }
QTableView[rows="painted"] { selection-background-color: transparent; }
QComboBox QAbstractItemView { background: $raised;
  border: ${hair}px solid $line; padding: ${unit}px 0; }
QTabWidget::pane { border: 0; border-top: ${hair}px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; border: 0;
  border-bottom: ${ring}px solid transparent; padding: ${small}px ${unit}px;
  margin-right: ${room}px; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${scroll}px; }
QScrollBar:horizontal { height: ${scroll}px; }
QScrollBar::handle { background: $thumb; border-radius: ${scroll_radius}px; margin: ${ring}px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:vertical { min-height: ${control}px; }
QScrollBar::handle:horizontal { min-width: ${control}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QProgressBar { background: $pressed; border: 0; border-radius: ${ring}px; max-height: ${unit}px;
  min-height: ${unit}px; }
QProgressBar::chunk { background: $accent; border-radius: ${ring}px; }
QSplitter::handle { background: $line; }
QDialog, QMessageBox { background: $paper; }
""")
