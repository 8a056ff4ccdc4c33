#: touch src @-30
#: touch out @-10
#: run
#: touch src
#: run
.INTERMEDIATE: mid
out: mid ; cp mid out
mid: src ; cp src mid
