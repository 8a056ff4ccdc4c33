#: touch src @-30
#: touch out @-10
.SECONDARY: mid
out: mid ; cp mid out
mid: src ; cp src mid
