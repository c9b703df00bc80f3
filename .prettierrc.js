module.exports = {
  ...require('./.config/.prettierrc.js'),
  // tables of cases and SQL read best a row a line
  printWidth: 160,
};
